/** Where an estate lives: the gateway's own copy of the route table, and the routes of the public API. */
@NullMarked
package cn.yuanlin.gateway.route;

import org.jspecify.annotations.NullMarked;
