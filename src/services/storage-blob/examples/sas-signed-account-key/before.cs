using System;
using Azure.Storage;
using Azure.Storage.Sas;
using Azure.Storage.Blobs;

public static class Share
{
    public static string Sign(BlobSasBuilder sas) =>
        sas.ToSasQueryParameters(new StorageSharedKeyCredential("contoso", Environment.GetEnvironmentVariable("AZURE_STORAGE_KEY"))).ToString();
}
