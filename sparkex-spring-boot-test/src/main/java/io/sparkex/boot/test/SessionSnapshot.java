package io.sparkex.boot.test;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.sparkex.SparkSession;
import io.sparkex.catalog.Table;

/**
 * Snapshot of the state of a session on the server.
 *
 * @param catalog the current catalog
 * @param database the current database
 * @param config the runtime configuration
 * @param views the names of the temporary views
 * @param functions the names of the temporary functions
 */
record SessionSnapshot(String catalog, String database, Map<String, String> config, Set<String> views,
		Set<String> functions) {

	static SessionSnapshot of(SparkSession spark) {
		return new SessionSnapshot(spark.catalog().currentCatalog(), spark.catalog().currentDatabase(),
				spark.conf().getAll(), views(spark), functions(spark));
	}

	private static Set<String> views(SparkSession spark) {
		return spark.catalog()
			.listTables()
			.stream()
			// Global temporary views have a database.
			.filter((table) -> table.isTemporary() && table.namespace().isEmpty())
			.map(Table::name)
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Returns the temporary functions. Persistent functions have a qualified name.
	 */
	private static Set<String> functions(SparkSession spark) {
		return spark.sql("SHOW USER FUNCTIONS")
			.as(String.class)
			.collect()
			.stream()
			.filter((name) -> name.indexOf('.') < 0)
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Restores the state. Removes additions, but cannot recreate dropped objects.
	 */
	void restore(SparkSession spark) {
		restoreConfig(spark);
		if (!this.catalog.equals(spark.catalog().currentCatalog())) {
			spark.catalog().setCurrentCatalog(this.catalog);
		}
		if (!this.database.equals(spark.catalog().currentDatabase())) {
			spark.catalog().setCurrentDatabase(this.database);
		}
		added(views(spark), this.views).forEach(spark.catalog()::dropTempView);
		added(functions(spark), this.functions)
			.forEach((name) -> spark.sql("DROP TEMPORARY FUNCTION IF EXISTS " + quoted(name)));
	}

	private void restoreConfig(SparkSession spark) {
		Map<String, String> now = spark.conf().getAll();
		added(now.keySet(), this.config.keySet()).forEach(spark.conf()::unset);
		this.config.forEach((key, value) -> {
			if (!value.equals(now.get(key))) {
				spark.conf().set(key, value);
			}
		});
	}

	private static Set<String> added(Set<String> now, Set<String> before) {
		Set<String> added = new TreeSet<>(now);
		added.removeAll(before);
		return added;
	}

	private static String quoted(String name) {
		return '`' + name.replace("`", "``") + '`';
	}

}
