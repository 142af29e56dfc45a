const { ConfidentialClientApplication } = require("@azure/msal-node");

const app = new ConfidentialClientApplication({
  auth: { clientId: process.env.CLIENT_ID, authority: process.env.AUTHORITY, clientSecret: process.env.CLIENT_SECRET },
});
