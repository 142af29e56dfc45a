import { MongoClient } from "mongodb";

export const client = new MongoClient("mongodb+srv://shop:{{password}}@contoso.mongocluster.cosmos.azure.com/?tls=true&authMechanism=SCRAM-SHA-256");
