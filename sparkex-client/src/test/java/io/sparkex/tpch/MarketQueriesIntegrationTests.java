package io.sparkex.tpch;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.sparkex.Column;
import io.sparkex.DataFrame;
import io.sparkex.Window;

import static io.sparkex.Functions.avg;
import static io.sparkex.Functions.col;
import static io.sparkex.Functions.lit;
import static io.sparkex.Functions.sum;
import static io.sparkex.Functions.when;
import static io.sparkex.Functions.year;

/**
 * TPC-H queries about markets: self joins, shares and windows.
 */
@ExtendWith(TpchExtension.class)
class MarketQueriesIntegrationTests {

	private static final Column DISCOUNTED_PRICE = col("l_extendedprice").multiply(lit(1).minus(col("l_discount")));

	private final Tpch tpch;

	private final DataFrame lineitem;

	private final DataFrame nation;

	private final DataFrame part;

	/**
	 * Returns the line items with their suppliers and customers.
	 */
	private final DataFrame sales;

	MarketQueriesIntegrationTests(Tpch tpch) {
		this.tpch = tpch;
		this.lineitem = tpch.table("lineitem");
		this.nation = tpch.table("nation");
		this.part = tpch.table("part");
		this.sales = this.lineitem.join(tpch.table("orders"), col("o_orderkey").equalTo(col("l_orderkey")))
			.join(tpch.table("supplier"), col("s_suppkey").equalTo(col("l_suppkey")))
			.join(tpch.table("customer"), col("c_custkey").equalTo(col("o_custkey")));
	}

	@Test
	void q07VolumeShipping() {
		DataFrame suppliers = this.nation.select(col("n_nationkey").as("from_key"), col("n_name").as("supp_nation"));
		DataFrame customers = this.nation.select(col("n_nationkey").as("to_key"), col("n_name").as("cust_nation"));
		Column there = col("supp_nation").equalTo("FRANCE").and(col("cust_nation").equalTo("GERMANY"));
		Column back = col("supp_nation").equalTo("GERMANY").and(col("cust_nation").equalTo("FRANCE"));
		DataFrame volume = this.sales.filter(between1995And1996("l_shipdate"))
			.join(suppliers, col("s_nationkey").equalTo(col("from_key")))
			.join(customers, col("c_nationkey").equalTo(col("to_key")))
			.filter(there.or(back))
			.groupBy(col("supp_nation"), col("cust_nation"), year(col("l_shipdate")).as("l_year"))
			.agg(sum(DISCOUNTED_PRICE).as("revenue"))
			.orderBy("supp_nation", "cust_nation", "l_year");
		this.tpch.assertSameAsSql("q07", volume);
	}

	@Test
	void q08NationalMarketShare() {
		DataFrame america = this.nation
			.join(this.tpch.table("region").filter(col("r_name").equalTo("AMERICA")),
					col("n_regionkey").equalTo(col("r_regionkey")))
			.select("n_nationkey");
		DataFrame suppliers = this.nation.select(col("n_nationkey").as("from_key"), col("n_name").as("nation"));
		Column ofBrazil = when(col("nation").equalTo("BRAZIL"), DISCOUNTED_PRICE).otherwise(0);
		DataFrame share = this.sales.filter(between1995And1996("o_orderdate"))
			.join(this.part.filter(col("p_type").equalTo("ECONOMY ANODIZED STEEL")),
					col("p_partkey").equalTo(col("l_partkey")))
			.join(america, col("c_nationkey").equalTo(col("n_nationkey")), "semi")
			.join(suppliers, col("s_nationkey").equalTo(col("from_key")))
			.groupBy(year(col("o_orderdate")).as("o_year"))
			.agg(sum(ofBrazil).divide(sum(DISCOUNTED_PRICE)).as("mkt_share"))
			.orderBy("o_year");
		this.tpch.assertSameAsSql("q08", share);
	}

	@Test
	void q09ProductTypeProfitMeasure() {
		Column cost = col("ps_supplycost").multiply(col("l_quantity"));
		DataFrame profit = this.sales
			.join(this.part.filter(col("p_name").contains("green")), col("p_partkey").equalTo(col("l_partkey")))
			.join(this.tpch.table("partsupp"),
					col("ps_partkey").equalTo(col("l_partkey")).and(col("ps_suppkey").equalTo(col("l_suppkey"))))
			.join(this.nation, col("n_nationkey").equalTo(col("s_nationkey")))
			.groupBy(col("n_name").as("nation"), year(col("o_orderdate")).as("o_year"))
			.agg(sum(DISCOUNTED_PRICE.minus(cost)).as("sum_profit"))
			.orderBy(col("nation"), col("o_year").desc());
		this.tpch.assertSameAsSql("q09", profit);
	}

	@Test
	void q17SmallQuantityOrderRevenue() {
		Column usual = avg("l_quantity").over(Window.partitionBy("l_partkey"));
		DataFrame loss = this.part.filter(col("p_brand").equalTo("Brand#23").and(col("p_container").equalTo("MED BAG")))
			.join(this.lineitem, col("l_partkey").equalTo(col("p_partkey")))
			.withColumn("usual", usual)
			.filter(col("l_quantity").lt(lit(new BigDecimal("0.2")).multiply(col("usual"))))
			.agg(sum("l_extendedprice").divide(new BigDecimal("7.0")).as("avg_yearly"));
		this.tpch.assertSameAsSql("q17", loss);
	}

	private static Column between1995And1996(String date) {
		return col(date).between(LocalDate.of(1995, 1, 1), LocalDate.of(1996, 12, 31));
	}

}
