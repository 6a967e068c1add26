package io.sparkex;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.sparkex.catalog.CatalogMetadata;
import io.sparkex.catalog.Column;
import io.sparkex.catalog.Database;
import io.sparkex.catalog.Function;
import io.sparkex.catalog.Table;
import io.sparkex.catalog.TablePartition;
import io.sparkex.errors.CorruptResultException;

/**
 * Mappers from the result rows of catalog operations to records. Columns are read by
 * name, since later versions of Spark add columns.
 */
final class CatalogRows {

	private CatalogRows() {
	}

	/**
	 * Returns a string value that must not be null.
	 */
	private static String text(Row row, String column) {
		String value = row.getString(column);
		if (value == null) {
			throw new CorruptResultException(
					"The server sent a row of the catalog without a value for '" + column + "'");
		}
		return value;
	}

	static CatalogMetadata catalog(Row row) {
		return new CatalogMetadata(text(row, "name"), row.getString("description"));
	}

	static Database database(Row row) {
		return new Database(text(row, "name"), row.getString("catalog"), row.getString("description"),
				row.getString("locationUri"));
	}

	static Table table(Row row) {
		return new Table(text(row, "name"), row.getString("catalog"), namespace(row), row.getString("description"),
				row.getString("tableType"), row.getBoolean("isTemporary"));
	}

	static Function function(Row row) {
		return new Function(text(row, "name"), row.getString("catalog"), namespace(row), row.getString("description"),
				row.getString("className"), row.getBoolean("isTemporary"));
	}

	private static List<String> namespace(Row row) {
		List<String> parts = row.getList("namespace");
		return (parts != null) ? parts : List.of();
	}

	static Column column(Row row) {
		boolean hasCluster = row.schema().fieldNames().contains("isCluster");
		return new Column(text(row, "name"), row.getString("description"), text(row, "dataType"),
				row.getBoolean("nullable"), row.getBoolean("isPartition"), row.getBoolean("isBucket"),
				hasCluster && row.getBoolean("isCluster"));
	}

	static TablePartition partition(Row row) {
		return new TablePartition(text(row, "partition"));
	}

	static Map<String, String> properties(List<Row> rows) {
		Map<String, String> properties = new LinkedHashMap<>();
		rows.forEach((row) -> properties.put(text(row, "key"), text(row, "value")));
		return Collections.unmodifiableMap(properties);
	}

}
