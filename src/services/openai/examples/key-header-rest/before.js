const axios = require("axios");

const client = axios.create({
  baseURL: "https://contoso.openai.azure.com/openai/deployments/gpt-4o",
  headers: { "api-key": process.env.AZURE_OPENAI_API_KEY },
});

module.exports = { client };
