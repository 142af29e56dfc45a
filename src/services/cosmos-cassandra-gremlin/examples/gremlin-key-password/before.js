const gremlin = require("gremlin");

const authenticator = new gremlin.driver.auth.PlainTextSaslAuthenticator("/dbs/shop/colls/people", process.env.AZURE_COSMOS_KEY);
const client = new gremlin.driver.Client("wss://contoso.gremlin.cosmos.azure.com:443/", { authenticator });
