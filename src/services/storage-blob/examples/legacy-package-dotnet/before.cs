using System.Configuration;
using Microsoft.WindowsAzure.Storage;

var account = CloudStorageAccount.Parse(ConfigurationManager.AppSettings["StorageConnectionString"]);
