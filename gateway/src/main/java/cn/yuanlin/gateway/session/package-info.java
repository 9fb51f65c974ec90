/**
 * A resident's session, once it is open: renewed and ended straight at Keycloak, with the credential of the client that
 * opened it, so that a stopped tenant-admin hinders nobody who is signed in.
 */
@NullMarked
package cn.yuanlin.gateway.session;

import org.jspecify.annotations.NullMarked;
