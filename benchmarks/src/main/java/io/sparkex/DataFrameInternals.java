package io.sparkex;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;

import io.sparkex.internal.local.LocalData;
import io.sparkex.internal.local.LocalTable;
import io.sparkex.internal.plan.LocalRows;
import io.sparkex.internal.plan.Source;
import io.sparkex.internal.proto.Plan;
import io.sparkex.internal.protocol.PlanEncoder;

/**
 * Access to the internals of a DataFrame.
 */
final class DataFrameInternals {

	private DataFrameInternals() {
	}

	/**
	 * Returns the encoded plan of a DataFrame.
	 */
	static Plan plan(DataFrame frame) {
		return PlanEncoder.encode(frame.relation()).message();
	}

	/**
	 * Returns a DataFrame with the records in its plan, regardless of their size.
	 */
	static DataFrame inline(SparkSession spark, List<? extends Record> records) {
		LocalTable table = LocalData.ofRecords(records);
		ByteBuffer stream = Objects.requireNonNull(table.encode(0, table.count(), Integer.MAX_VALUE));
		return spark
			.dataFrame(new Source.LocalData(new LocalRows(stream, table.count()), LocalData.text(table.schema())));
	}

}
