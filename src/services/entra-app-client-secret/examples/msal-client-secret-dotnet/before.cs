using System;
using Microsoft.Identity.Client;

var app = ConfidentialClientApplicationBuilder.Create(clientId)
    .WithAuthority(authority)
    .WithClientSecret(Environment.GetEnvironmentVariable("CLIENT_SECRET"))
    .Build();
