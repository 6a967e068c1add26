package io.sparkex.internal.protocol;

import io.sparkex.internal.plan.CatalogQuery;
import io.sparkex.internal.proto.Catalog;
import io.sparkex.internal.proto.CurrentCatalog;
import io.sparkex.internal.proto.CurrentDatabase;
import io.sparkex.internal.proto.DatabaseExists;
import io.sparkex.internal.proto.FunctionExists;
import io.sparkex.internal.proto.GetCreateTableString;
import io.sparkex.internal.proto.GetDatabase;
import io.sparkex.internal.proto.GetFunction;
import io.sparkex.internal.proto.GetTable;
import io.sparkex.internal.proto.GetTableProperties;
import io.sparkex.internal.proto.IsCached;
import io.sparkex.internal.proto.ListCatalogs;
import io.sparkex.internal.proto.ListColumns;
import io.sparkex.internal.proto.ListDatabases;
import io.sparkex.internal.proto.ListFunctions;
import io.sparkex.internal.proto.ListPartitions;
import io.sparkex.internal.proto.ListTables;
import io.sparkex.internal.proto.ListViews;
import io.sparkex.internal.proto.TableExists;

/**
 * Encoder of catalog queries.
 */
final class CatalogQueryEncoder implements CatalogQuery.Visitor<Catalog> {

	private final ServerFeatures features;

	CatalogQueryEncoder(ServerFeatures features) {
		this.features = features;
	}

	@Override
	public Catalog visitCurrentDatabase(CatalogQuery.CurrentDatabase query) {
		return Catalog.newBuilder().setCurrentDatabase(CurrentDatabase.getDefaultInstance()).build();
	}

	@Override
	public Catalog visitCurrentCatalog(CatalogQuery.CurrentCatalog query) {
		return Catalog.newBuilder().setCurrentCatalog(CurrentCatalog.getDefaultInstance()).build();
	}

	@Override
	public Catalog visitListDatabases(CatalogQuery.ListDatabases query) {
		ListDatabases.Builder message = ListDatabases.newBuilder();
		if (query.pattern() != null) {
			message.setPattern(query.pattern());
		}
		return Catalog.newBuilder().setListDatabases(message).build();
	}

	@Override
	public Catalog visitListTables(CatalogQuery.ListTables query) {
		ListTables.Builder message = ListTables.newBuilder();
		if (query.database() != null) {
			message.setDbName(query.database());
		}
		if (query.pattern() != null) {
			message.setPattern(query.pattern());
		}
		return Catalog.newBuilder().setListTables(message).build();
	}

	@Override
	public Catalog visitListFunctions(CatalogQuery.ListFunctions query) {
		ListFunctions.Builder message = ListFunctions.newBuilder();
		if (query.database() != null) {
			message.setDbName(query.database());
		}
		if (query.pattern() != null) {
			message.setPattern(query.pattern());
		}
		return Catalog.newBuilder().setListFunctions(message).build();
	}

	@Override
	public Catalog visitListColumns(CatalogQuery.ListColumns query) {
		ListColumns.Builder message = ListColumns.newBuilder().setTableName(query.table());
		if (query.database() != null) {
			message.setDbName(query.database());
		}
		return Catalog.newBuilder().setListColumns(message).build();
	}

	@Override
	public Catalog visitListCatalogs(CatalogQuery.ListCatalogs query) {
		ListCatalogs.Builder message = ListCatalogs.newBuilder();
		if (query.pattern() != null) {
			message.setPattern(query.pattern());
		}
		return Catalog.newBuilder().setListCatalogs(message).build();
	}

	@Override
	public Catalog visitListPartitions(CatalogQuery.ListPartitions query) {
		this.features.require(ServerFeature.CATALOG_4_2);
		return Catalog.newBuilder().setListPartitions(ListPartitions.newBuilder().setTableName(query.table())).build();
	}

	@Override
	public Catalog visitListViews(CatalogQuery.ListViews query) {
		this.features.require(ServerFeature.CATALOG_4_2);
		ListViews.Builder message = ListViews.newBuilder();
		if (query.database() != null) {
			message.setDbName(query.database());
		}
		if (query.pattern() != null) {
			message.setPattern(query.pattern());
		}
		return Catalog.newBuilder().setListViews(message).build();
	}

	@Override
	public Catalog visitGetDatabase(CatalogQuery.GetDatabase query) {
		return Catalog.newBuilder().setGetDatabase(GetDatabase.newBuilder().setDbName(query.database())).build();
	}

	@Override
	public Catalog visitGetTable(CatalogQuery.GetTable query) {
		GetTable.Builder message = GetTable.newBuilder().setTableName(query.table());
		if (query.database() != null) {
			message.setDbName(query.database());
		}
		return Catalog.newBuilder().setGetTable(message).build();
	}

	@Override
	public Catalog visitGetFunction(CatalogQuery.GetFunction query) {
		GetFunction.Builder message = GetFunction.newBuilder().setFunctionName(query.function());
		if (query.database() != null) {
			message.setDbName(query.database());
		}
		return Catalog.newBuilder().setGetFunction(message).build();
	}

	@Override
	public Catalog visitDatabaseExists(CatalogQuery.DatabaseExists query) {
		return Catalog.newBuilder().setDatabaseExists(DatabaseExists.newBuilder().setDbName(query.database())).build();
	}

	@Override
	public Catalog visitTableExists(CatalogQuery.TableExists query) {
		TableExists.Builder message = TableExists.newBuilder().setTableName(query.table());
		if (query.database() != null) {
			message.setDbName(query.database());
		}
		return Catalog.newBuilder().setTableExists(message).build();
	}

	@Override
	public Catalog visitFunctionExists(CatalogQuery.FunctionExists query) {
		FunctionExists.Builder message = FunctionExists.newBuilder().setFunctionName(query.function());
		if (query.database() != null) {
			message.setDbName(query.database());
		}
		return Catalog.newBuilder().setFunctionExists(message).build();
	}

	@Override
	public Catalog visitIsCached(CatalogQuery.IsCached query) {
		return Catalog.newBuilder().setIsCached(IsCached.newBuilder().setTableName(query.table())).build();
	}

	@Override
	public Catalog visitGetTableProperties(CatalogQuery.GetTableProperties query) {
		this.features.require(ServerFeature.CATALOG_4_2);
		return Catalog.newBuilder()
			.setGetTableProperties(GetTableProperties.newBuilder().setTableName(query.table()))
			.build();
	}

	@Override
	public Catalog visitGetCreateTableString(CatalogQuery.GetCreateTableString query) {
		this.features.require(ServerFeature.CATALOG_4_2);
		return Catalog.newBuilder()
			.setGetCreateTableString(
					GetCreateTableString.newBuilder().setTableName(query.table()).setAsSerde(query.asSerde()))
			.build();
	}

}
