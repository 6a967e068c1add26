package io.sparkex.internal.protocol;

import io.sparkex.internal.plan.CatalogChange;
import io.sparkex.internal.proto.AnalyzeTable;
import io.sparkex.internal.proto.CacheTable;
import io.sparkex.internal.proto.Catalog;
import io.sparkex.internal.proto.ClearCache;
import io.sparkex.internal.proto.CreateDatabase;
import io.sparkex.internal.proto.CreateExternalTable;
import io.sparkex.internal.proto.CreateTable;
import io.sparkex.internal.proto.DropDatabase;
import io.sparkex.internal.proto.DropGlobalTempView;
import io.sparkex.internal.proto.DropTable;
import io.sparkex.internal.proto.DropTempView;
import io.sparkex.internal.proto.DropView;
import io.sparkex.internal.proto.RecoverPartitions;
import io.sparkex.internal.proto.RefreshByPath;
import io.sparkex.internal.proto.RefreshTable;
import io.sparkex.internal.proto.SetCurrentCatalog;
import io.sparkex.internal.proto.SetCurrentDatabase;
import io.sparkex.internal.proto.TruncateTable;
import io.sparkex.internal.proto.UncacheTable;

/**
 * Encoder of catalog modifications.
 */
final class CatalogChangeEncoder implements CatalogChange.Visitor<Catalog> {

	private final ServerFeatures features;

	CatalogChangeEncoder(ServerFeatures features) {
		this.features = features;
	}

	@Override
	public Catalog visitSetCurrentDatabase(CatalogChange.SetCurrentDatabase change) {
		return Catalog.newBuilder()
			.setSetCurrentDatabase(SetCurrentDatabase.newBuilder().setDbName(change.database()))
			.build();
	}

	@Override
	public Catalog visitSetCurrentCatalog(CatalogChange.SetCurrentCatalog change) {
		return Catalog.newBuilder()
			.setSetCurrentCatalog(SetCurrentCatalog.newBuilder().setCatalogName(change.catalog()))
			.build();
	}

	@Override
	public Catalog visitCreateExternalTable(CatalogChange.CreateExternalTable change) {
		CreateExternalTable.Builder message = CreateExternalTable.newBuilder()
			.setTableName(change.table())
			.putAllOptions(change.options());
		if (change.path() != null) {
			message.setPath(change.path());
		}
		if (change.source() != null) {
			message.setSource(change.source());
		}
		if (change.schema() != null) {
			message.setSchema(DataTypeCodec.encode(change.schema()));
		}
		return Catalog.newBuilder().setCreateExternalTable(message).build();
	}

	@Override
	public Catalog visitCreateTable(CatalogChange.CreateTable change) {
		CreateTable.Builder message = CreateTable.newBuilder()
			.setTableName(change.table())
			.putAllOptions(change.options());
		if (change.path() != null) {
			message.setPath(change.path());
		}
		if (change.source() != null) {
			message.setSource(change.source());
		}
		if (change.description() != null) {
			message.setDescription(change.description());
		}
		if (change.schema() != null) {
			message.setSchema(DataTypeCodec.encode(change.schema()));
		}
		return Catalog.newBuilder().setCreateTable(message).build();
	}

	@Override
	public Catalog visitDropTempView(CatalogChange.DropTempView change) {
		return Catalog.newBuilder().setDropTempView(DropTempView.newBuilder().setViewName(change.view())).build();
	}

	@Override
	public Catalog visitDropGlobalTempView(CatalogChange.DropGlobalTempView change) {
		return Catalog.newBuilder()
			.setDropGlobalTempView(DropGlobalTempView.newBuilder().setViewName(change.view()))
			.build();
	}

	@Override
	public Catalog visitRecoverPartitions(CatalogChange.RecoverPartitions change) {
		return Catalog.newBuilder()
			.setRecoverPartitions(RecoverPartitions.newBuilder().setTableName(change.table()))
			.build();
	}

	@Override
	public Catalog visitCacheTable(CatalogChange.CacheTable change) {
		CacheTable.Builder message = CacheTable.newBuilder().setTableName(change.table());
		if (change.storageLevel() != null) {
			message.setStorageLevel(StorageLevelCodec.encode(change.storageLevel()));
		}
		return Catalog.newBuilder().setCacheTable(message).build();
	}

	@Override
	public Catalog visitUncacheTable(CatalogChange.UncacheTable change) {
		return Catalog.newBuilder().setUncacheTable(UncacheTable.newBuilder().setTableName(change.table())).build();
	}

	@Override
	public Catalog visitClearCache(CatalogChange.ClearCache change) {
		return Catalog.newBuilder().setClearCache(ClearCache.getDefaultInstance()).build();
	}

	@Override
	public Catalog visitRefreshTable(CatalogChange.RefreshTable change) {
		return Catalog.newBuilder().setRefreshTable(RefreshTable.newBuilder().setTableName(change.table())).build();
	}

	@Override
	public Catalog visitRefreshByPath(CatalogChange.RefreshByPath change) {
		return Catalog.newBuilder().setRefreshByPath(RefreshByPath.newBuilder().setPath(change.path())).build();
	}

	@Override
	public Catalog visitDropTable(CatalogChange.DropTable change) {
		this.features.require(ServerFeature.CATALOG_4_2);
		return Catalog.newBuilder()
			.setDropTable(DropTable.newBuilder()
				.setTableName(change.table())
				.setIfExists(change.ifExists())
				.setPurge(change.purge()))
			.build();
	}

	@Override
	public Catalog visitDropView(CatalogChange.DropView change) {
		this.features.require(ServerFeature.CATALOG_4_2);
		return Catalog.newBuilder()
			.setDropView(DropView.newBuilder().setViewName(change.view()).setIfExists(change.ifExists()))
			.build();
	}

	@Override
	public Catalog visitCreateDatabase(CatalogChange.CreateDatabase change) {
		this.features.require(ServerFeature.CATALOG_4_2);
		return Catalog.newBuilder()
			.setCreateDatabase(CreateDatabase.newBuilder()
				.setDbName(change.database())
				.setIfNotExists(change.ifNotExists())
				.putAllProperties(change.properties()))
			.build();
	}

	@Override
	public Catalog visitDropDatabase(CatalogChange.DropDatabase change) {
		this.features.require(ServerFeature.CATALOG_4_2);
		return Catalog.newBuilder()
			.setDropDatabase(DropDatabase.newBuilder()
				.setDbName(change.database())
				.setIfExists(change.ifExists())
				.setCascade(change.cascade()))
			.build();
	}

	@Override
	public Catalog visitTruncateTable(CatalogChange.TruncateTable change) {
		this.features.require(ServerFeature.CATALOG_4_2);
		return Catalog.newBuilder().setTruncateTable(TruncateTable.newBuilder().setTableName(change.table())).build();
	}

	@Override
	public Catalog visitAnalyzeTable(CatalogChange.AnalyzeTable change) {
		this.features.require(ServerFeature.CATALOG_4_2);
		return Catalog.newBuilder()
			.setAnalyzeTable(AnalyzeTable.newBuilder().setTableName(change.table()).setNoScan(change.noScan()))
			.build();
	}

}
