const { SmsClient } = require('@azure/communication-sms');
const { DefaultAzureCredential } = require('@azure/identity');

const credential = new DefaultAzureCredential();

const client = new SmsClient('https://contoso.communication.azure.com', credential);

module.exports = { client };
