const endpoint = "https://contoso.cognitiveservices.azure.com";
const key = process.env.VISION_KEY ?? "";

export const describe = (url: string) =>
  fetch(`${endpoint}/computervision/imageanalysis:analyze`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Ocp-Apim-Subscription-Key": key },
    body: JSON.stringify({ url }),
  });
