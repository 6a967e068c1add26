package io.sparkex.tpch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.google.common.io.Resources;
import io.trino.tpch.CustomerGenerator;
import io.trino.tpch.DistributionLoader;
import io.trino.tpch.Distributions;
import io.trino.tpch.LineItemGenerator;
import io.trino.tpch.NationGenerator;
import io.trino.tpch.OrderGenerator;
import io.trino.tpch.PartGenerator;
import io.trino.tpch.PartSupplierGenerator;
import io.trino.tpch.RegionGenerator;
import io.trino.tpch.SupplierGenerator;
import io.trino.tpch.TextPool;
import io.trino.tpch.TpchEntity;
import io.trino.tpch.TpchTable;

/**
 * The rows of the benchmark tables at a scale factor, as text lines.
 * <p>
 * The generators get their text distributions as arguments, since their defaults require
 * another Guava version than gRPC does, and a text of 300 MB. As a result, only the
 * comments differ.
 */
final class TpchRows {

	private static final int TEXT_BYTES = 10 << 20;

	private final Map<TpchTable<?>, Iterable<? extends TpchEntity>> generators;

	TpchRows(double scale) throws IOException {
		Distributions words = new Distributions(DistributionLoader.loadDistribution(Resources
			.asCharSource(Resources.getResource(Distributions.class, "dists.dss"), StandardCharsets.US_ASCII)));
		TextPool text = new TextPool(TEXT_BYTES, words);
		this.generators = Map.of(TpchTable.CUSTOMER, new CustomerGenerator(scale, 1, 1, words, text), TpchTable.ORDERS,
				new OrderGenerator(scale, 1, 1, words, text), TpchTable.LINE_ITEM,
				new LineItemGenerator(scale, 1, 1, words, text), TpchTable.PART,
				new PartGenerator(scale, 1, 1, words, text), TpchTable.PART_SUPPLIER,
				new PartSupplierGenerator(scale, 1, 1, text), TpchTable.SUPPLIER,
				new SupplierGenerator(scale, 1, 1, words, text), TpchTable.NATION, new NationGenerator(words, text),
				TpchTable.REGION, new RegionGenerator(words, text));
	}

	/**
	 * Returns the lines of a table, without their trailing separator.
	 */
	Stream<String> lines(TpchTable<?> table) {
		return StreamSupport.stream(this.generators.get(table).spliterator(), false)
			.map(TpchEntity::toLine)
			.map((line) -> line.substring(0, line.length() - 1));
	}

}
