/**
 * Network faults between a client and a server.
 */
@NullMarked
package io.sparkex.faults;

import org.jspecify.annotations.NullMarked;
