package io.sparkex.tpch;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.sparkex.Column;
import io.sparkex.DataFrame;

import static io.sparkex.Functions.avg;
import static io.sparkex.Functions.col;
import static io.sparkex.Functions.count;
import static io.sparkex.Functions.lit;
import static io.sparkex.Functions.sum;
import static io.sparkex.Functions.when;

/**
 * TPC-H queries about revenue: joins, conditions and sums.
 */
@ExtendWith(TpchExtension.class)
class RevenueQueriesIntegrationTests {

	private static final Column DISCOUNTED_PRICE = col("l_extendedprice").multiply(lit(1).minus(col("l_discount")));

	private final Tpch tpch;

	private final DataFrame customer;

	private final DataFrame orders;

	private final DataFrame lineitem;

	private final DataFrame nation;

	private final DataFrame part;

	RevenueQueriesIntegrationTests(Tpch tpch) {
		this.tpch = tpch;
		this.customer = tpch.table("customer");
		this.orders = tpch.table("orders");
		this.lineitem = tpch.table("lineitem");
		this.nation = tpch.table("nation");
		this.part = tpch.table("part");
	}

	@Test
	void q01PricingSummaryReport() {
		DataFrame summary = this.lineitem.filter(col("l_shipdate").leq(LocalDate.of(1998, 12, 1).minusDays(90)))
			.groupBy("l_returnflag", "l_linestatus")
			.agg(sum("l_quantity").as("sum_qty"), sum("l_extendedprice").as("sum_base_price"),
					sum(DISCOUNTED_PRICE).as("sum_disc_price"),
					sum(DISCOUNTED_PRICE.multiply(lit(1).plus(col("l_tax")))).as("sum_charge"),
					avg("l_quantity").as("avg_qty"), avg("l_extendedprice").as("avg_price"),
					avg("l_discount").as("avg_disc"), count("*").as("count_order"))
			.orderBy("l_returnflag", "l_linestatus");
		this.tpch.assertSameAsSql("q01", summary);
	}

	@Test
	void q03ShippingPriority() {
		LocalDate day = LocalDate.of(1995, 3, 15);
		DataFrame unshipped = this.customer.filter(col("c_mktsegment").equalTo("BUILDING"))
			.join(this.orders.filter(col("o_orderdate").lt(day)), col("c_custkey").equalTo(col("o_custkey")))
			.join(this.lineitem.filter(col("l_shipdate").gt(day)), col("l_orderkey").equalTo(col("o_orderkey")))
			.groupBy("l_orderkey", "o_orderdate", "o_shippriority")
			.agg(sum(DISCOUNTED_PRICE).as("revenue"))
			.orderBy(col("revenue").desc(), col("o_orderdate"))
			.select("l_orderkey", "revenue", "o_orderdate", "o_shippriority")
			.limit(10);
		this.tpch.assertSameAsSql("q03", unshipped);
	}

	@Test
	void q05LocalSupplierVolume() {
		DataFrame asia = this.tpch.table("region")
			.filter(col("r_name").equalTo("ASIA"))
			.join(this.nation, col("n_regionkey").equalTo(col("r_regionkey")))
			.join(this.tpch.table("supplier"), col("s_nationkey").equalTo(col("n_nationkey")));
		DataFrame volume = this.orders.filter(during(col("o_orderdate"), LocalDate.of(1994, 1, 1), 12))
			.join(this.customer, col("c_custkey").equalTo(col("o_custkey")))
			.join(this.lineitem, col("l_orderkey").equalTo(col("o_orderkey")))
			.join(asia, col("s_suppkey").equalTo(col("l_suppkey")).and(col("s_nationkey").equalTo(col("c_nationkey"))))
			.groupBy("n_name")
			.agg(sum(DISCOUNTED_PRICE).as("revenue"))
			.orderBy(col("revenue").desc());
		this.tpch.assertSameAsSql("q05", volume);
	}

	@Test
	void q06ForecastingRevenueChange() {
		DataFrame revenue = this.lineitem.filter(during(col("l_shipdate"), LocalDate.of(1994, 1, 1), 12))
			.filter(col("l_discount").between(new BigDecimal("0.05"), new BigDecimal("0.07")))
			.filter(col("l_quantity").lt(24))
			.agg(sum(col("l_extendedprice").multiply(col("l_discount"))).as("revenue"));
		this.tpch.assertSameAsSql("q06", revenue);
	}

	@Test
	void q10ReturnedItemReporting() {
		DataFrame customers = this.orders.filter(during(col("o_orderdate"), LocalDate.of(1993, 10, 1), 3))
			.join(this.lineitem.filter(col("l_returnflag").equalTo("R")), col("l_orderkey").equalTo(col("o_orderkey")))
			.join(this.customer, col("c_custkey").equalTo(col("o_custkey")))
			.join(this.nation, col("n_nationkey").equalTo(col("c_nationkey")))
			.groupBy("c_custkey", "c_name", "c_acctbal", "c_phone", "n_name", "c_address", "c_comment")
			.agg(sum(DISCOUNTED_PRICE).as("revenue"))
			.orderBy(col("revenue").desc())
			.select("c_custkey", "c_name", "revenue", "c_acctbal", "n_name", "c_address", "c_phone", "c_comment")
			.limit(20);
		this.tpch.assertSameAsSql("q10", customers);
	}

	@Test
	void q14PromotionEffect() {
		Column promoted = when(col("p_type").startsWith("PROMO"), DISCOUNTED_PRICE).otherwise(0);
		DataFrame share = this.lineitem.filter(during(col("l_shipdate"), LocalDate.of(1995, 9, 1), 1))
			.join(this.part, col("p_partkey").equalTo(col("l_partkey")))
			.agg(lit(new BigDecimal("100.00")).multiply(sum(promoted))
				.divide(sum(DISCOUNTED_PRICE))
				.as("promo_revenue"));
		this.tpch.assertSameAsSql("q14", share);
	}

	@Test
	void q19DiscountedRevenue() {
		Column delivery = col("l_shipmode").isin("AIR", "AIR REG")
			.and(col("l_shipinstruct").equalTo("DELIVER IN PERSON"));
		Column small = choice("Brand#12", 1, 5).and(col("p_container").isin("SM CASE", "SM BOX", "SM PACK", "SM PKG"));
		Column medium = choice("Brand#23", 10, 10)
			.and(col("p_container").isin("MED BAG", "MED BOX", "MED PKG", "MED PACK"));
		Column large = choice("Brand#34", 20, 15)
			.and(col("p_container").isin("LG CASE", "LG BOX", "LG PACK", "LG PKG"));
		DataFrame revenue = this.lineitem.filter(delivery)
			.join(this.part, col("p_partkey").equalTo(col("l_partkey")).and(small.or(medium).or(large)))
			.agg(sum(DISCOUNTED_PRICE).as("revenue"));
		this.tpch.assertSameAsSql("q19", revenue);
	}

	private static Column choice(String brand, int leastQuantity, int greatestSize) {
		return col("p_brand").equalTo(brand)
			.and(col("l_quantity").between(leastQuantity, leastQuantity + 10))
			.and(col("p_size").between(1, greatestSize));
	}

	private static Column during(Column date, LocalDate start, int months) {
		return date.geq(start).and(date.lt(start.plusMonths(months)));
	}

}
