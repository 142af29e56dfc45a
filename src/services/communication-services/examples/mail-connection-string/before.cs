using System;
using Azure;
using Azure.Communication.Email;
using Azure.Communication.Sms;

public class Notify
{
    private readonly EmailClient _email = new EmailClient(Environment.GetEnvironmentVariable("COMMUNICATION_CONNECTION_STRING"));

    public SmsClient Sms(string endpoint, IConfiguration configuration) =>
        new SmsClient(new Uri(endpoint), new AzureKeyCredential(configuration["Communication:Key"]));
}
