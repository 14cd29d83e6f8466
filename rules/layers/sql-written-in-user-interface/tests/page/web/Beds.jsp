<% rs = st.executeQuery("SELECT id, name FROM beds WHERE ward = 1"); %>
