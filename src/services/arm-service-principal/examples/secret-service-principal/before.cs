using System;
using Azure.Identity;
using Azure.ResourceManager;

var client = new ArmClient(new ClientSecretCredential(
    Environment.GetEnvironmentVariable("AZURE_TENANT_ID"),
    Environment.GetEnvironmentVariable("AZURE_CLIENT_ID"),
    Environment.GetEnvironmentVariable("ARM_CLIENT_SECRET")));
