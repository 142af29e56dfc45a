using System;
using Azure.Communication.CallAutomation;
using Azure.Communication.Identity;
using Azure.Communication.JobRouter;
using Azure.Identity;

var communicationEndpoint = Environment.GetEnvironmentVariable("COMMUNICATION_SERVICES_ENDPOINT")
    ?? throw new InvalidOperationException("COMMUNICATION_SERVICES_ENDPOINT is missing");

var credential = new DefaultAzureCredential();
var calls = new CallAutomationClient(new Uri(communicationEndpoint), credential);
var router = new JobRouterClient(new Uri(communicationEndpoint), credential);
var identities = new CommunicationIdentityClient(new Uri(communicationEndpoint), credential, new CommunicationIdentityClientOptions());
