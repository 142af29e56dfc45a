/**
 * Commands of the Azure CLI that the guidance may use, with the long names of their parameters. The project's own table:
 * `core` was read from the help of azure-cli 2.91 itself, `extensions` from the documentation of the extensions.
 */
export const azCommands: {
  readonly core: Readonly<Record<string, string>>;
  readonly extensions: Readonly<Record<string, string>>;
} = {
  core: {
    'account get-access-token': 'name resource resource-type scope tenant',
    'acr credential renew': 'name password-name resource-group',
    'acr login': 'endpoint expose-token name password resource-group suffix username',
    'acr token credential generate': 'expiration expiration-in-days name password1 password2 registry resource-group',
    'acr update':
      'add admin-enabled allow-exports allow-metadata-search allow-trusted-services anonymous-pull-enabled data-endpoint-enabled default-action endpoint-protocol force-string name public-network-enabled regional-endpoints remove resource-group role-assignment-mode set sku tags writable-cache-repos',
    'ad app credential delete': 'cert id key-id',
    'ad app credential list': 'cert id',
    'ad app credential reset': 'append cert create-cert display-name end-date id keyvault years',
    'ad app federated-credential create': 'id parameters',
    'ad app federated-credential list': 'id',
    'ad group show': 'group',
    'ad sp credential delete': 'cert id key-id',
    'ad sp credential list': 'cert id',
    'ad sp show': 'id',
    'aks enable-addons':
      'addons ampls-resource-id appgw-id appgw-name appgw-subnet-cidr appgw-subnet-id appgw-watch-namespace data-collection-settings enable-high-log-scale-mode enable-msi-auth-for-monitoring enable-secret-rotation enable-sgxquotehelper enable-syslog name no-wait resource-group rotation-poll-interval subnet-name workspace-resource-id',
    'aks show': 'name resource-group',
    'aks update':
      'aad-admin-group-object-ids aad-tenant-id acns-advanced-networkpolicies acns-datapath-acceleration-mode acns-transit-encryption-type aks-custom-headers ampls-resource-id api-server-authorized-ip-ranges apiserver-subnet-id assign-identity assign-kubelet-identity assignee-principal-type attach-acr auto-upgrade-channel azure-container-storage-nodepools azure-keyvault-kms-key-id azure-keyvault-kms-key-vault-network-access azure-keyvault-kms-key-vault-resource-id azure-monitor-workspace-resource-id bootstrap-artifact-source bootstrap-container-registry-resource-id ca-certs ca-profile cluster-autoscaler-profile container-storage-version custom-ca-trust-certificates data-collection-settings defender-config detach-acr disable-acns disable-acns-observability disable-acns-security disable-ahub disable-ai-toolchain-operator disable-app-routing-istio disable-ari disable-azure-container-storage disable-azure-keyvault-kms disable-azure-monitor-app-monitoring disable-azure-monitor-logs disable-azure-monitor-metrics disable-azure-rbac disable-blob-driver disable-cluster-autoscaler disable-container-network-logs disable-control-plane-metrics disable-cost-analysis disable-cp-metrics disable-defender disable-disk-driver disable-file-driver disable-force-upgrade disable-gateway-api disable-http-proxy disable-image-cleaner disable-keda disable-local-accounts disable-opentelemetry-logs-traces disable-opentelemetry-metrics disable-private-cluster disable-prometheus-metrics-scraping disable-public-fqdn disable-run-command disable-secret-rotation disable-snapshot-controller disable-static-egress-gateway disable-upstream-kubescheduler-user-configuration disable-vpa disable-windows-gmsa disable-workload-identity enable-aad enable-acns enable-ahub enable-ai-toolchain-operator enable-apiserver-vnet-integration enable-app-routing-istio enable-ari enable-azure-container-storage enable-azure-keyvault-kms enable-azure-monitor-app-monitoring enable-azure-monitor-logs enable-azure-monitor-metrics enable-azure-rbac enable-blob-driver enable-cluster-autoscaler enable-container-network-logs enable-control-plane-metrics enable-cost-analysis enable-cp-metrics enable-defender enable-disk-driver enable-file-driver enable-force-upgrade enable-gateway-api enable-high-log-scale-mode enable-http-proxy enable-image-cleaner enable-keda enable-local-accounts enable-managed-identity enable-msi-auth-for-monitoring enable-oidc-issuer enable-opentelemetry-logs-traces enable-opentelemetry-metrics enable-private-cluster enable-prometheus-metrics-scraping enable-public-fqdn enable-run-command enable-secret-rotation enable-snapshot-controller enable-static-egress-gateway enable-syslog enable-upstream-kubescheduler-user-configuration enable-vpa enable-windows-gmsa enable-windows-recording-rules enable-workload-identity ephemeral-disk-nvme-perf-tier ephemeral-disk-volume-type gmsa-dns-server gmsa-root-domain-name grafana-resource-id http-proxy-config if-match if-none-match image-cleaner-interval-hours ip-families k8s-support-plan ksm-metric-annotations-allow-list ksm-metric-labels-allow-list load-balancer-backend-pool-type load-balancer-idle-timeout load-balancer-managed-outbound-ip-count load-balancer-managed-outbound-ipv6-count load-balancer-outbound-ip-prefixes load-balancer-outbound-ips load-balancer-outbound-ports load-balancer-sku max-count migrate-vmas-to-vms min-count name nat-gateway-idle-timeout nat-gateway-managed-outbound-ip-count nat-gateway-managed-outbound-ipv6-count nat-gateway-outbound-ip-prefixes nat-gateway-outbound-ips nat-gw-ips nat-gw-ipv6-count nat-gw-prefixes network-dataplane network-plugin network-plugin-mode network-policy no-wait node-os-upgrade-channel node-provisioning-default-pools node-provisioning-mode nodepool-labels nodepool-taints nrg-lockdown-restriction-level opentelemetry-logs-traces-port-grpc opentelemetry-logs-traces-port-http opentelemetry-metrics-port-grpc opentelemetry-metrics-port-http outbound-type outbound-type-sku pod-cidr private-dns-zone resource-group rotation-poll-interval sku storage-pool-name storage-pool-option storage-pool-size storage-pool-sku syslog-port tags tier update-cluster-autoscaler upgrade-override-until windows-admin-password workspace-resource-id yes',
    'apim api update':
      'add api-id api-type description display-name force-string if-match no-wait path protocols remove resource-group service-name service-url set subscription-key-header-name subscription-key-query-param-name subscription-required tags',
    'apim update':
      'add disable-gateway enable-client-certificate enable-managed-identity force-string name no-wait public-network-access publisher-email publisher-name remove resource-group set sku-capacity sku-name tags virtual-network',
    'appconfig credential list': 'name resource-group',
    'appconfig credential regenerate': 'id name resource-group',
    'appconfig kv list':
      'all auth-mode connection-string datetime endpoint fields key label name resolve-keyvault resolve-snapshot-references snapshot tags top',
    'appconfig update':
      'appinsights-resource arm-auth-mode azure-front-door-profile disable-local-auth enable-arm-private-network-access enable-public-network enable-purge-protection encryption-key-name encryption-key-vault encryption-key-version identity-client-id kv-revision-retention-period name public-network-access resource-group sku tags',
    'batch account keys renew': 'key-name name resource-group',
    'batch account login': 'name resource-group shared-key-auth show',
    'batch pool list': 'account-endpoint account-key account-name expand filter select',
    'cognitiveservices account keys regenerate': 'key-name name resource-group',
    'container create':
      'acr-identity add-capabilities allow-escalation assign-identity azure-file-volume-account-key azure-file-volume-account-name azure-file-volume-mount-path azure-file-volume-share-name cce-policy command-line config-map container-group-profile-id container-group-profile-revision cpu dns-name-label drop-capabilities environment-variables fail-container-group-create-on-reuse-failure file gitrepo-dir gitrepo-mount-path gitrepo-revision gitrepo-url image ip-address location log-analytics-workspace log-analytics-workspace-key memory name no-wait os-type ports priority privileged protocol registry-login-server registry-password registry-username resource-group restart-policy role run-as-group run-as-user scope seccomp-profile secrets secrets-mount-path secure-environment-variables sku standby-pool-profile-id subnet subnet-address-prefix vnet vnet-address-prefix zone',
    'containerapp identity assign': 'ids name no-wait resource-group system-assigned user-assigned',
    'containerapp secret set': 'ids name resource-group secrets',
    'containerapp update':
      'args command container-name cpu ids image max-replicas memory min-replicas name no-wait remove-all-env-vars remove-env-vars replace-env-vars resource-group revision-suffix scale-rule-auth scale-rule-http-concurrency scale-rule-metadata scale-rule-name scale-rule-tcp-concurrency scale-rule-type secret-volume-mount set-env-vars sra srhc srm srn srt srtc tags termination-grace-period tgp workload-profile-name yaml',
    'cosmosdb keys regenerate': 'ids key-kind name resource-group',
    'cosmosdb sql role assignment create':
      'account-name no-wait principal-id resource-group role-assignment-id role-definition-id role-definition-name scope',
    'cosmosdb sql role assignment list': 'account-name resource-group',
    'cosmosdb update':
      'analytical-storage-schema-type as-schema backup-interval backup-policy-type backup-redundancy backup-retention capabilities continuous-tier default-consistency-level default-identity default-priority-level disable-key-based-metadata-write-access disable-local-auth enable-analytical-storage enable-automatic-failover enable-burst-capacity enable-multiple-write-locations enable-partition-merge enable-pbe enable-prpp-autoscale enable-virtual-network ids ip-range-filter key-uri locations max-interval max-staleness-prefix minimal-tls-version name network-acl-bypass network-acl-bypass-resource-ids public-network-access resource-group server-version tags virtual-network-rules',
    'deployment group create':
      'aux-subs aux-tenants confirm-with-what-if handle-extended-json-format mode name no-prompt no-wait parameters proceed-if-no-change query-string resource-group rollback-on-error template-file template-spec template-uri validation-level what-if what-if-exclude-change-types what-if-result-format',
    'deployment group what-if':
      'aux-tenants exclude-change-types mode name no-pretty-print no-prompt parameters query-string resource-group result-format template-file template-spec template-uri validation-level',
    'eventgrid domain key regenerate': 'key-name name resource-group',
    'eventgrid topic key regenerate': 'key-name name resource-group',
    'eventhubs namespace authorization-rule keys renew':
      'authorization-rule-name ids key key-value name namespace-name resource-group',
    'eventhubs namespace update':
      'add alternate-name capacity cluster-arm-id confidential-compute-mode disable-local-auth enable-auto-inflate encryption endpoint-connections force-string identity ids ip-address-type kafka-enabled locations max-lag max-replication-lag-duration-in-seconds maximum-throughput-units minimum-tls-version mode name namespace-name no-wait platform-capabilities private-endpoint-connections public-network-access remove resource-group set sku tags tier zone-redundant',
    'functionapp config appsettings delete': 'ids name resource-group setting-names slot',
    'functionapp config appsettings set': 'ids name resource-group settings slot slot-settings',
    'functionapp function keys set': 'function-name key-name key-value name resource-group slot',
    'functionapp identity assign': 'identities ids name resource-group role scope slot',
    'functionapp keys set': 'key-name key-type key-value name resource-group slot',
    'group show': 'name resource-group',
    'identity create': 'isolation-scope location name resource-group resource-name resource-restriction tags',
    'identity federated-credential create':
      'audiences claims-matching-expression-value claims-matching-expression-version cme-value cme-version identity-name issuer name resource-group subject',
    'iot hub policy renew-key': 'hub-name ids name no-wait renew-key resource-group rk',
    'iot hub update':
      'add c2d-max-delivery-count c2d-ttl cdd ct dds disable-device-sas disable-local-auth disable-module-sas dla dms fc fcs fd feedback-lock-duration feedback-max-delivery-count feedback-ttl fileupload-notification-lock-duration fileupload-notification-max-delivery-count fileupload-notification-ttl fileupload-notifications fileupload-sas-ttl fileupload-storage-auth-type fileupload-storage-connectionstring fileupload-storage-container-name fileupload-storage-identity fld fn fnd fnld fnt force-string fsa fsi fst ft ids min-tls-version mintls name rd remove resource-group retention-day set sku tags unit',
    'keyvault secret set':
      'content-type description disabled encoding expires file name not-before tags value vault-name',
    'keyvault secret show': 'id name vault-name version',
    'keyvault update':
      'add bypass default-action enable-purge-protection enable-rbac-authorization enabled-for-deployment enabled-for-disk-encryption enabled-for-template-deployment force-string name no-wait public-network-access remove resource-group retention-days set',
    login:
      'allow-no-subscriptions certificate claims-challenge client-id federated-token identity object-id password resource-id scope service-principal skip-sub skip-subscription-discovery tenant use-cert-sn-issuer use-device-code username',
    'maps account keys renew': 'account-name key name resource-group',
    'maps account show': 'account-name ids name resource-group',
    'maps account update':
      'account-name disable-local-auth ids kind linked-resources name resource-group sku tags type user-identities',
    'mysql flexible-server ad-admin create': 'display-name identity no-wait object-id resource-group server-name',
    'mysql flexible-server identity assign': 'identity no-wait resource-group server-name',
    'mysql flexible-server parameter set': 'ids name resource-group server-name source value',
    'mysql flexible-server update':
      'accelerated-logs add admin-password auto-scale-iops backup-identity backup-interval backup-key backup-retention disable-data-encryption force-string geo-redundant-backup high-availability identity ids iops key maintenance-batch maintenance-policy-patch-strategy maintenance-window name patch-strategy public-access remove replication-role resource-group set sku-name standby-zone storage-auto-grow storage-size tags tier',
    'postgres flexible-server microsoft-entra-admin create':
      'display-name no-wait object-id resource-group server-name type',
    'postgres flexible-server update':
      'add admin-password allow-same-zone backup-federated-client-id backup-identity backup-key backup-retention federated-client-id force-string identity ids iops key maintenance-window microsoft-entra-auth name node-count password-auth performance-tier private-dns-zone public-access remove resource-group set sku-name standby-zone storage-auto-grow storage-size tags throughput tier yes zonal-resiliency',
    'redis access-policy-assignment create':
      'access-policy-name name object-id object-id-alias policy-assignment-name resource-group',
    'redis access-policy-assignment list': 'name resource-group',
    'redis regenerate-keys': 'ids key-type name resource-group',
    'redis update': 'add force-string ids name remove resource-group set sku vm-size',
    'relay namespace authorization-rule keys renew': 'ids key key-value name namespace-name resource-group',
    'resource update':
      'add api-version force-string ids include-response-body latest-include-preview name namespace parent remove resource-group resource-type set',
    rest: 'body headers method output-file resource skip-authorization-header uri uri-parameters url url-parameters',
    'role assignment create':
      'assignee assignee-object-id assignee-principal-type condition condition-version description name role scope',
    'role assignment list':
      'all assignee assignee-object-id fill-principal-name fill-role-definition-name include-groups include-inherited resource-group role scope',
    'search admin-key renew': 'key-kind resource-group service-name',
    'search query-key create': 'name resource-group service-name',
    'search query-key delete': 'key-value resource-group service-name',
    'search service update':
      'aad-auth-failure-mode add auth-options data--protections data-exfiltration-protections disable-local-auth encryption-with-cmk force-string identity-type ids ip-rules knowledge-retrieval name no-wait partition-count public-access public-network-access remove replica-count resource-group search-service-name semantic-search set sku tags',
    'servicebus namespace authorization-rule keys renew':
      'authorization-rule-name ids key key-value name namespace-name resource-group',
    'servicebus namespace update':
      'add alternate-name capacity connections disable-local-auth encryption force-string identity ids ip-address-type locations max-lag max-replication-lag-duration-in-seconds minimum-tls-version name namespace-name no-wait platform-capabilities premium-messaging-partitions premium-partitions private-endpoint-connections public-network-access remove resource-group set sku tags tier',
    'servicebus queue authorization-rule keys renew':
      'authorization-rule-name ids key key-value name namespace-name queue-name resource-group',
    'signalr key renew': 'ids key-type name resource-group',
    'signalr update':
      'add allowed-origins client-cert-enabled default-action disable-local-auth enable-message-logs force-string ids name region-endpoint-enabled remove resource-group service-mode set sku tags unit-count',
    'sql server ad-admin create': 'display-name object-id resource-group server server-name',
    'sql server ad-only-auth enable': 'ids name resource-group',
    'sql server update':
      'add admin-password assign_identity enable-public-network federated-client-id fid force-string identity-type ids key-id minimal-tls-version name no-wait pid primary-user-assigned-identity-id remove resource-group restrict-outbound-network-access sdrd set soft-delete-retention-days user-assigned-identity-id',
    'staticwebapp appsettings delete': 'environment-name name resource-group setting-names',
    'staticwebapp appsettings set': 'environment-name name resource-group setting-names',
    'staticwebapp identity assign': 'identities name resource-group role scope',
    'storage account keys renew': 'account-name key key-type resource-group',
    'storage account revoke-delegation-keys': 'ids name resource-group',
    'storage account update':
      'access-tier account-type add allow-append allow-blob-public-access allow-cross-tenant-replication allow-protected-append-writes allow-shared-key-access allowed-copy-scope assign-identity azure-storage-sid blob-geo-sla bypass custom-domain default-action default-share-permission domain-guid domain-name domain-sid enable-blob-geo-priority-replication enable-files-aadds enable-files-aadkerb enable-files-adds enable-large-file-share enable-local-user enable-sftp enable-smb-oauth encryption-key-name encryption-key-source encryption-key-vault encryption-key-version encryption-services force-string forest-name https-only identity-type ids immutability-period immutability-period-in-days immutability-state key-exp-days key-expiration-period-in-days key-vault-federated-client-id key-vault-user-identity-id min-tls-version name net-bios-domain-name public-network-access publish-internet-endpoints publish-ipv6-endpoint publish-microsoft-endpoints remove resource-group routing-choice sam-account-name sas-exp sas-exp-action sas-expiration-action sas-expiration-period set sku tags upgrade-to-storagev2 use-subdomain user-identity-id yes zone-placement-policy zones',
    'storage blob list':
      'account-key account-name auth-mode blob-endpoint connection-string container-name delimiter include marker num-results prefix sas-token show-next-marker timeout',
    'storage entity query':
      'account-key account-name auth-mode connection-string filter marker num-results sas-token select table-endpoint table-name',
    'storage file list':
      'account-key account-name auth-mode backup-intent connection-string disallow-trailing-dot enable-file-backup-request-intent exclude-dir exclude-extended-info file-endpoint marker num-results path sas-token share-name snapshot timeout',
    'storage fs file list':
      'account-key account-name auth-mode blob-endpoint connection-string exclude-dir file-system marker num-results path recursive sas-token show-next-marker timeout',
    'storage message peek':
      'account-key account-name auth-mode connection-string num-messages queue-endpoint queue-name sas-token timeout',
    'vm identity assign': 'identities ids name resource-group role scope',
    'vmss identity assign': 'identities ids name resource-group role scope',
    'webapp config appsettings delete': 'ids name resource-group setting-names slot',
    'webapp config appsettings set': 'ids name resource-group settings slot slot-settings',
    'webapp identity assign': 'identities ids name resource-group role scope slot',
  },
  extensions: {
    'communication regenerate-key': 'key-type name resource-group',
    'connectedmachine show': 'name resource-group',
    'cosmosdb gremlin role assignment create': 'account-name principal-id resource-group role-definition-id scope',
    'cosmosdb mongocluster update': 'administrator-login-password cluster-name resource-group',
    'cosmosdb table role assignment create': 'account-name principal-id resource-group role-definition-id scope',
    'cosmosdb table role assignment list': 'account-name resource-group',
    'datafactory show': 'name resource-group',
    'iot hub device-identity renew-key': 'device-id hub-name key-type',
    'logic workflow identity assign': 'name resource-group system-assigned user-assigned',
    'monitor app-insights api-key delete': 'api-key app resource-group',
    'notification-hub authorization-rule regenerate-keys':
      'name namespace-name notification-hub-name policy-key resource-group',
    'notification-hub namespace authorization-rule regenerate-keys': 'name namespace-name policy-key resource-group',
    'redisenterprise database access-policy-assignment create':
      'access-policy-assignment-name access-policy-name cluster-name database-name object-id resource-group',
    'redisenterprise database regenerate-key': 'cluster-name key-type resource-group',
    'redisenterprise database update': 'access-keys-auth cluster-name resource-group',
    'webpubsub key regenerate': 'key-type name resource-group',
    'webpubsub update': 'disable-local-auth name resource-group',
  },
};

/** Parameters that every command has. */
export const azEverywhere = 'output query subscription only-show-errors verbose debug help'.split(' ');
