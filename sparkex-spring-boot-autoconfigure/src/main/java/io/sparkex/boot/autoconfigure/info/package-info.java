/**
 * Auto-configuration for the info contributor.
 */
@NullMarked
package io.sparkex.boot.autoconfigure.info;

import org.jspecify.annotations.NullMarked;
