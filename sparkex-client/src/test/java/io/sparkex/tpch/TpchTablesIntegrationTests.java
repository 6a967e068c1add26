package io.sparkex.tpch;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.sparkex.Functions.col;
import static io.sparkex.Functions.sum;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the tables are those of the benchmark.
 */
@ExtendWith(TpchExtension.class)
class TpchTablesIntegrationTests {

	private final Tpch tpch;

	TpchTablesIntegrationTests(Tpch tpch) {
		this.tpch = tpch;
	}

	@ParameterizedTest
	@CsvSource({ "customer, 1500", "lineitem, 60175", "nation, 25", "orders, 15000", "part, 2000", "partsupp, 8000",
			"region, 5", "supplier, 100" })
	void haveExpectedRowCounts(String table, long rows) {
		assertThat(this.tpch.table(table).count()).isEqualTo(rows);
		assertThat(this.tpch.table(table).na().drop().count()).isEqualTo(rows);
	}

	@Test
	void haveExpectedValues() {
		BigDecimal quantity = this.tpch.table("lineitem")
			.filter(col("l_returnflag").equalTo("A").and(col("l_linestatus").equalTo("F")))
			.agg(sum("l_quantity"))
			.as(BigDecimal.class)
			.single();
		assertThat(quantity).isEqualByComparingTo("380456");
	}

}
