package io.sparkex.tpch;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.sparkex.Column;
import io.sparkex.DataFrame;

import static io.sparkex.Functions.avg;
import static io.sparkex.Functions.col;
import static io.sparkex.Functions.count;
import static io.sparkex.Functions.not;
import static io.sparkex.Functions.substring;
import static io.sparkex.Functions.sum;
import static io.sparkex.Functions.when;

/**
 * TPC-H queries about customers and their orders.
 */
@ExtendWith(TpchExtension.class)
class CustomerQueriesIntegrationTests {

	private final Tpch tpch;

	private final DataFrame customer;

	private final DataFrame orders;

	private final DataFrame lineitem;

	CustomerQueriesIntegrationTests(Tpch tpch) {
		this.tpch = tpch;
		this.customer = tpch.table("customer");
		this.orders = tpch.table("orders");
		this.lineitem = tpch.table("lineitem");
	}

	@Test
	void q04OrderPriorityChecking() {
		LocalDate start = LocalDate.of(1993, 7, 1);
		DataFrame late = this.lineitem.filter(
				col("l_orderkey").equalTo(col("o_orderkey").outer()).and(col("l_commitdate").lt(col("l_receiptdate"))));
		DataFrame priorities = this.orders
			.filter(col("o_orderdate").geq(start).and(col("o_orderdate").lt(start.plusMonths(3))))
			.filter(late.exists())
			.groupBy("o_orderpriority")
			.agg(count("*").as("order_count"))
			.orderBy("o_orderpriority");
		this.tpch.assertSameAsSql("q04", priorities);
	}

	@Test
	void q12ShippingModesAndOrderPriority() {
		LocalDate start = LocalDate.of(1994, 1, 1);
		Column high = col("o_orderpriority").isin("1-URGENT", "2-HIGH");
		DataFrame modes = this.lineitem.filter(col("l_shipmode").isin("MAIL", "SHIP"))
			.filter(col("l_receiptdate").geq(start).and(col("l_receiptdate").lt(start.plusYears(1))))
			.filter(col("l_shipdate").lt(col("l_commitdate")).and(col("l_commitdate").lt(col("l_receiptdate"))))
			.join(this.orders, col("o_orderkey").equalTo(col("l_orderkey")))
			.groupBy("l_shipmode")
			.agg(sum(when(high, 1).otherwise(0)).as("high_line_count"),
					sum(when(high, 0).otherwise(1)).as("low_line_count"))
			.orderBy("l_shipmode");
		this.tpch.assertSameAsSql("q12", modes);
	}

	@Test
	void q13CustomerDistribution() {
		Column placed = col("o_custkey").equalTo(col("c_custkey"))
			.and(not(col("o_comment").like("%special%requests%")));
		DataFrame distribution = this.customer.join(this.orders, placed, "left")
			.groupBy("c_custkey")
			.agg(count("o_orderkey").as("c_count"))
			.groupBy("c_count")
			.agg(count("*").as("custdist"))
			.orderBy(col("custdist").desc(), col("c_count").desc());
		this.tpch.assertSameAsSql("q13", distribution);
	}

	@Test
	void q18LargeVolumeCustomer() {
		DataFrame large = this.lineitem.groupBy("l_orderkey")
			.agg(sum("l_quantity").as("sum_qty"))
			.filter(col("sum_qty").gt(300));
		DataFrame customers = this.orders.join(large, col("l_orderkey").equalTo(col("o_orderkey")))
			.join(this.customer, col("c_custkey").equalTo(col("o_custkey")))
			.orderBy(col("o_totalprice").desc(), col("o_orderdate"))
			.select("c_name", "c_custkey", "o_orderkey", "o_orderdate", "o_totalprice", "sum_qty")
			.limit(100);
		this.tpch.assertSameAsSql("q18", customers);
	}

	@Test
	void q22GlobalSalesOpportunity() {
		DataFrame callable = this.customer.withColumn("cntrycode", substring(col("c_phone"), 1, 2))
			.filter(col("cntrycode").isin("13", "31", "23", "29", "30", "18", "17"));
		Column usual = callable.filter(col("c_acctbal").gt(0)).agg(avg("c_acctbal")).scalar();
		DataFrame opportunity = callable.filter(col("c_acctbal").gt(usual))
			.join(this.orders, col("o_custkey").equalTo(col("c_custkey")), "anti")
			.groupBy("cntrycode")
			.agg(count("*").as("numcust"), sum("c_acctbal").as("totacctbal"))
			.orderBy("cntrycode");
		this.tpch.assertSameAsSql("q22", opportunity);
	}

}
