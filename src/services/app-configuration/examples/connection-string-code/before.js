const appConfig = require("@azure/app-configuration");

const client = new appConfig.AppConfigurationClient("Endpoint=https://contoso.azconfig.io;Id=Ab1c;Secret={{key:32}}");

module.exports = { client };
