/** Rules of infrastructure whose findings belong to one service wherever they are. */
const OF_SMELL: Readonly<Record<string, string>> = {
  'acr-admin-user': 'container-registry',
  'login-with-secret': 'arm-service-principal',
};

/** The service that a rule of infrastructure belongs to whatever the file says, as an id. */
export const serviceOfSmell = (smell: string): string | null => OF_SMELL[smell] ?? null;
