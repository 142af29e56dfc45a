using System;
using Azure.Communication.CallAutomation;
using Azure.Communication.Identity;
using Azure.Communication.JobRouter;

var connectionString = Environment.GetEnvironmentVariable("ACS_CONNECTION_STRING")
    ?? throw new InvalidOperationException("ACS_CONNECTION_STRING is missing");

var calls = new CallAutomationClient(connectionString);
var router = new JobRouterClient(connectionString);
var identities = new CommunicationIdentityClient(connectionString, new CommunicationIdentityClientOptions());
