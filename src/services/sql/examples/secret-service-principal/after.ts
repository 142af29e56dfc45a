import { Connection } from "tedious";

export const connection = new Connection({
  server: "contoso.database.windows.net",
  authentication: {
    type: "azure-active-directory-default",
    options: {},
  },
});
