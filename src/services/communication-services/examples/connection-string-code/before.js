const { SmsClient } = require('@azure/communication-sms');

const client = new SmsClient('endpoint=https://contoso.communication.azure.com/;accesskey={{key:64}}');

module.exports = { client };
