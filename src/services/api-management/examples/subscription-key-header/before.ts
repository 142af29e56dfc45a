const base = process.env.APIM_URL ?? "https://contoso.azure-api.net";

export async function orders(): Promise<unknown> {
  const response = await fetch(`${base}/orders`, {
    headers: { "Ocp-Apim-Subscription-Key": process.env.APIM_SUBSCRIPTION_KEY! },
  });
  return response.json();
}
