const createClient = require('azure-search');

const client = createClient({ url: 'https://contoso.search.windows.net', key: process.env.AZURE_SEARCH_KEY });
