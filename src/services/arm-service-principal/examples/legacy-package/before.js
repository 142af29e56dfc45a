const msRestNodeAuth = require("@azure/ms-rest-nodeauth");

const login = () => msRestNodeAuth.loginWithServicePrincipalSecret(process.env.CLIENT_ID, process.env.CLIENT_SECRET, process.env.TENANT_ID);

module.exports = { login };
