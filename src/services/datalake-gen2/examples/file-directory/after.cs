using System;
using Azure.Identity;
using Azure.Storage.Files.DataLake;

var dfsEndpoint = Environment.GetEnvironmentVariable("AZURE_STORAGEDFS_RESOURCEENDPOINT");
var credential = new DefaultAzureCredential();
DataLakeFileClient file = new DataLakeServiceClient(new Uri(dfsEndpoint!), credential).GetFileSystemClient("raw").GetFileClient("2026/orders.csv");
var folder = new DataLakeServiceClient(new Uri(dfsEndpoint!), credential).GetFileSystemClient("raw").GetDirectoryClient("2026");
