using System;
using Microsoft.VisualStudio.Services.Common;
using Microsoft.VisualStudio.Services.WebApi;

var credentials = new VssBasicCredential(string.Empty, Environment.GetEnvironmentVariable("AZURE_DEVOPS_PAT"));
var connection = new VssConnection(new Uri("https://dev.azure.com/contoso"), credentials);
