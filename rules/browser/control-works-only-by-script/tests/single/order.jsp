<form method="POST" onsubmit="javascript: return false;"><button>Order</button></form>
