const appConfig = require("@azure/app-configuration");
const { DefaultAzureCredential } = require("@azure/identity");

const credential = new DefaultAzureCredential();

const client = new appConfig.AppConfigurationClient("https://contoso.azconfig.io", credential);

module.exports = { client };
