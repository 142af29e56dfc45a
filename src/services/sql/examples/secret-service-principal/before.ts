import { Connection } from "tedious";

export const connection = new Connection({
  server: "contoso.database.windows.net",
  authentication: {
    type: "azure-active-directory-service-principal-secret",
    options: { clientId: process.env.CLIENT_ID!, clientSecret: process.env.CLIENT_SECRET!, tenantId: process.env.TENANT_ID! },
  },
});
