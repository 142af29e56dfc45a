const { DefaultAzureCredential } = require('@azure/identity');
const { SearchClient } = require('@azure/search-documents');

const credential = new DefaultAzureCredential();

const client = new SearchClient(
  'https://contoso.search.windows.net',
  'hotels',
  credential,
  { apiVersion: '2024-07-01' }
);

module.exports = { client };
