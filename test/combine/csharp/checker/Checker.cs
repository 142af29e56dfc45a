using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

// Says what is wrong in each file of a folder: `file|line: id message`, the first error of a file only.
//   Checker <folder> <references.txt> <language version> <nullable: enable|disable> <implicit usings: true|false>
// All files are one compilation, and each is asked for its own errors, so that one cannot hide those of another.
// A file with statements at the top is a program of its own, with the files that begin like it.

string[] asErrors = ["CS0108", "CS0162"];
string[] silent = ["CS8618"];
string[] implicitUsings = ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

var (folder, references, version, nullable, implicitly) = (args[0], args[1], args[2], args[3] == "enable", args[4] == "true");
LanguageVersionFacts.TryParse(version, out var language);
var parsing = new CSharpParseOptions(language);
var metadata = File.ReadAllLines(references).Where(one => one != "").Select(one => MetadataReference.CreateFromFile(one)).ToArray();
var global = CSharpSyntaxTree.ParseText(implicitly ? string.Concat(implicitUsings.Select(one => $"global using global::{one};\n")) : "", parsing);
var trees = Directory.GetFiles(folder, "*.cs").Order()
    .ToDictionary(file => Path.GetFileName(file), file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), parsing, file));

CSharpCompilation Compile(IEnumerable<SyntaxTree> of, OutputKind kind) => CSharpCompilation.Create(
    "Programs", of.Append(global), metadata,
    new CSharpCompilationOptions(kind, nullableContextOptions: nullable ? NullableContextOptions.Enable : NullableContextOptions.Disable));

bool IsError(Diagnostic one) => one.Severity == DiagnosticSeverity.Error
    || asErrors.Contains(one.Id)
    || (one.Severity == DiagnosticSeverity.Warning && one.Id.StartsWith("CS8") && one.Id.CompareTo("CS8597") >= 0 && one.Id.CompareTo("CS8851") <= 0 && !silent.Contains(one.Id));

bool IsEntry(SyntaxTree tree) => tree.GetRoot() is CompilationUnitSyntax unit && unit.Members.Any(one => one is GlobalStatementSyntax);
string Stem(string name) => name[..name.IndexOf('.')];

var entries = trees.Where(one => IsEntry(one.Value)).Select(one => Stem(one.Key)).ToHashSet();
var alone = trees.Where(one => entries.Contains(Stem(one.Key))).GroupBy(one => Stem(one.Key)).Select(one => (Compile(one.Select(file => file.Value), OutputKind.ConsoleApplication), one.ToArray()));
var shared = trees.Where(one => !entries.Contains(Stem(one.Key))).ToArray();
var together = (Compile(shared.Select(one => one.Value), OutputKind.DynamicallyLinkedLibrary), shared);

foreach (var (compilation, files) in alone.Append(together))
    foreach (var (name, tree) in files)
        if (compilation.GetSemanticModel(tree).GetDiagnostics().Where(IsError).OrderBy(one => one.Location.SourceSpan.Start).FirstOrDefault() is { } first)
            Console.WriteLine($"{name}|{first.Location.GetLineSpan().StartLinePosition.Line + 1}: {first.Id} {first.GetMessage().ReplaceLineEndings(" ")}");
