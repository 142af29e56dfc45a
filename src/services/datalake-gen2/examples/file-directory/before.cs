using System;
using Azure.Storage.Files.DataLake;

var conn = Environment.GetEnvironmentVariable("DATALAKE_CONNECTION_STRING");
DataLakeFileClient file = new(conn, "raw", "2026/orders.csv");
var folder = new DataLakeDirectoryClient(conn, "raw", "2026");
