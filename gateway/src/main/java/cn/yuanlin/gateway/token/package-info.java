/** Who calls: access tokens checked against Keycloak's keys, and the gateway's own service token. */
@NullMarked
package cn.yuanlin.gateway.token;

import org.jspecify.annotations.NullMarked;
