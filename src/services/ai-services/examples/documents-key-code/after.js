const { DocumentAnalysisClient } = require("@azure/ai-form-recognizer");
const { DefaultAzureCredential } = require("@azure/identity");

const credential = new DefaultAzureCredential();

const client = new DocumentAnalysisClient("https://contoso.cognitiveservices.azure.com/", credential);

module.exports = { client };
