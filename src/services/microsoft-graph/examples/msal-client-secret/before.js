const { ConfidentialClientApplication } = require("@azure/msal-node");

const app = new ConfidentialClientApplication({
  auth: { clientId: process.env.CLIENT_ID, authority: process.env.AUTHORITY, clientSecret: process.env.GRAPH_CLIENT_SECRET },
});

exports.token = () => app.acquireTokenByClientCredential({ scopes: ["https://graph.microsoft.com/.default"] });
