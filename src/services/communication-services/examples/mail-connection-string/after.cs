using System;
using Azure.Communication.Email;
using Azure.Communication.Sms;
using Azure.Identity;

public class Notify
{
    private readonly EmailClient _email = new EmailClient(new Uri(Environment.GetEnvironmentVariable("COMMUNICATION_SERVICES_ENDPOINT")), new DefaultAzureCredential());

    public SmsClient Sms(string endpoint, IConfiguration configuration) =>
        new SmsClient(new Uri(endpoint), new DefaultAzureCredential());
}
