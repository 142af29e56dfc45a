const { SearchClient, AzureKeyCredential } = require('@azure/search-documents');

const client = new SearchClient(
  'https://contoso.search.windows.net',
  'hotels',
  new AzureKeyCredential('{{search-key}}'),
  { apiVersion: '2024-07-01' }
);

module.exports = { client };
