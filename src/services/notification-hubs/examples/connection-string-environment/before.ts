import { NotificationHubsClient } from "@azure/notification-hubs";

export const hub = new NotificationHubsClient(process.env.NOTIFICATION_HUB_CONNECTION_STRING!, "news");
