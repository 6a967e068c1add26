/**
 * Descriptions of catalogs, databases, tables, columns and functions.
 */
@NullMarked
package io.sparkex.catalog;

import org.jspecify.annotations.NullMarked;
