/** Kinds of secrets that open this service. */
export const secrets: readonly string[] = ['eventgrid-key'];

/** Names under which a secret of it is kept in settings. */
export const settings: readonly string[] = ['EVENTGRID_KEY', 'EVENTGRID_TOPIC_KEY', 'EVENT_GRID_ACCESS_KEY'];
