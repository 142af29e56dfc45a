// Stands in for what a browser lacks and the engine never reaches: reading settings of TypeScript projects from a disk.
// Whoever calls a function of it fails.
export default {};
