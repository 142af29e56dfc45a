const { AzureKeyCredential, DocumentAnalysisClient } = require("@azure/ai-form-recognizer");

const client = new DocumentAnalysisClient("https://contoso.cognitiveservices.azure.com/", new AzureKeyCredential("{{hex}}"));

module.exports = { client };
