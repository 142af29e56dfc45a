import * as azdev from "azure-devops-node-api";

const handler = azdev.getPersonalAccessTokenHandler(process.env.AZURE_DEVOPS_PAT!);

export const connection = new azdev.WebApi("https://dev.azure.com/contoso", handler);
